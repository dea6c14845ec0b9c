package org.newsgraph.serve.sparql.policy;

import org.apache.jena.sparql.function.FunctionFactory;
import org.apache.jena.sparql.function.FunctionRegistry;

/**
 * A registry that knows only the functions of a library. In contrast to Jena's registry it never
 * loads a class by its name.
 */
final class ListedFunctions extends FunctionRegistry {
  private final FunctionLibrary library;
  private final FunctionRegistry own;

  /**
   * Creates a registry.
   *
   * @param own implementations that take precedence over those of Jena; null if there are none
   */
  ListedFunctions(FunctionLibrary library, FunctionRegistry own) {
    this.library = library;
    this.own = FunctionRegistry.createFrom(own);
  }

  @Override
  public void put(String iri, Class<?> type) {
    own.put(iri, type);
  }

  @Override
  public void put(String iri, FunctionFactory factory) {
    own.put(iri, factory);
  }

  @Override
  public FunctionFactory get(String iri) {
    if (!isListed(iri)) {
      return null;
    }
    FunctionFactory factory =
        own.isRegistered(iri) ? own.get(iri) : FunctionRegistry.get().get(iri);
    return factory != null && WktFunction.takesGeometries(iri)
        ? name -> new WktFunction(factory.create(name))
        : factory;
  }

  @Override
  public boolean isRegistered(String iri) {
    return isListed(iri) && (own.isRegistered(iri) || FunctionRegistry.get().isRegistered(iri));
  }

  private boolean isListed(String iri) {
    return library.isFunction(iri) || iri.startsWith(FunctionLibrary.INTERNAL);
  }
}
