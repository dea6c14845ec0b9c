package org.newsgraph.serve.sparql.policy;

import org.apache.jena.sparql.pfunction.PropertyFunctionFactory;
import org.apache.jena.sparql.pfunction.PropertyFunctionRegistry;

/**
 * A registry that knows only the property functions of a library. In contrast to Jena's registry it
 * never loads a class by its name. All other properties are data.
 */
final class ListedPropertyFunctions extends PropertyFunctionRegistry {
  private final FunctionLibrary library;
  private final PropertyFunctionRegistry own;

  /**
   * Creates a registry.
   *
   * @param own implementations that take precedence over those of Jena; null if there are none
   */
  ListedPropertyFunctions(FunctionLibrary library, PropertyFunctionRegistry own) {
    this.library = library;
    this.own = PropertyFunctionRegistry.createFrom(own);
  }

  @Override
  public void put(String iri, Class<?> type) {
    own.put(iri, type);
  }

  @Override
  public void put(String iri, PropertyFunctionFactory factory) {
    own.put(iri, factory);
  }

  @Override
  public boolean manages(String iri) {
    return library.isPropertyFunction(iri);
  }

  @Override
  public PropertyFunctionFactory get(String iri) {
    if (!manages(iri)) {
      return null;
    }
    return own.isRegistered(iri) ? own.get(iri) : PropertyFunctionRegistry.get().get(iri);
  }

  @Override
  public boolean isRegistered(String iri) {
    return manages(iri);
  }
}
