package org.newsgraph.serve.sparql.policy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.jena.sparql.function.FunctionRegistry;
import org.apache.jena.sparql.pfunction.PropertyFunctionRegistry;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.sparql.util.MappedLoader;
import org.newsgraph.serve.http.HttpError;

/**
 * The functions, property functions and aggregates that clients may use in SPARQL, in addition to
 * the keywords of the language.
 */
public final class FunctionLibrary {
  private static final FunctionLibrary LISTED = read("functions.txt");

  /**
   * Namespace of functions of this program that replace those of a query. Clients may not use them.
   */
  static final String INTERNAL = "urn:x-newsgraph:";

  /** Scheme of Java classes that Jena loads as functions. */
  private static final String JAVA = "java:";

  private static final String SCRIPTS = "http://jena.apache.org/ARQ/jsFunction#";

  /** Maximum length of a name in an error message, in characters. */
  private static final int MAX_NAME = 200;

  private enum Kind {
    FUNCTION,
    PROPERTY,
    AGGREGATE
  }

  private final Map<Kind, Set<String>> names;

  private FunctionLibrary(Map<Kind, Set<String>> names) {
    this.names = names;
  }

  /** Returns the library that the resource {@code functions.txt} lists. */
  public static FunctionLibrary listed() {
    return LISTED;
  }

  private static FunctionLibrary read(String resource) {
    Map<Kind, Set<String>> names = new EnumMap<>(Kind.class);
    for (Kind kind : Kind.values()) {
      names.put(kind, new HashSet<>());
    }
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(FunctionLibrary.class.getResourceAsStream(resource), UTF_8))) {
      lines
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> Arrays.asList(line.split(" ")))
          .forEach(group -> names.get(kind(group)).addAll(iris(group)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new FunctionLibrary(names);
  }

  private static Kind kind(List<String> group) {
    return Kind.valueOf(group.get(0).toUpperCase(Locale.ROOT));
  }

  private static List<String> iris(List<String> group) {
    return group.stream().skip(2).map(name -> group.get(1) + name).toList();
  }

  /** Tests whether clients may call a function. */
  public boolean isFunction(String iri) {
    return names.get(Kind.FUNCTION).contains(iri);
  }

  /** Tests whether clients may use a property function. */
  public boolean isPropertyFunction(String iri) {
    return names.get(Kind.PROPERTY).contains(iri);
  }

  /** Tests whether clients may use an aggregate that has an IRI. */
  public boolean isAggregate(String iri) {
    return names.get(Kind.AGGREGATE).contains(iri);
  }

  /** Returns the IRIs of all functions, property functions and aggregates. */
  public Set<String> iris() {
    Set<String> all = new HashSet<>();
    names.values().forEach(all::addAll);
    return all;
  }

  /**
   * Tests whether Jena would evaluate a property as a function that is not in this library. Other
   * properties are data.
   */
  public boolean isForbiddenProperty(String iri) {
    return !isPropertyFunction(iri)
        && (isJava(iri)
            || MappedLoader.mapDynamicURI(iri) != null
            || PropertyFunctionRegistry.get().isRegistered(iri));
  }

  /**
   * Returns the error for something that is not in this library. Names of Java classes are not
   * repeated: responses contain none, so that leaks of internals can be detected.
   *
   * @param kind the kind of function, for the message
   */
  HttpError refusal(String kind, String iri) {
    if (isJava(iri) || iri.startsWith(SCRIPTS)) {
      return new HttpError(403, "Java and JavaScript functions are not allowed");
    }
    String name = iri.length() > MAX_NAME ? iri.substring(0, MAX_NAME) + "…" : iri;
    return new HttpError(403, "the " + kind + " <" + name + "> is not allowed");
  }

  private static boolean isJava(String iri) {
    return iri.regionMatches(true, 0, JAVA, 0, JAVA.length());
  }

  /**
   * Makes this library the only one for all queries and updates of a dataset. Further
   * implementations, such as bounded variants of listed functions, can be put into the registries
   * of the context before or afterwards; they take precedence over those of Jena.
   *
   * @param context the context of the dataset
   */
  public void install(Context context) {
    if (FunctionRegistry.get(context) instanceof ListedFunctions) {
      return;
    }
    FunctionRegistry functions = new ListedFunctions(this, FunctionRegistry.get(context));
    FunctionRegistry.set(context, functions);
    PropertyFunctionRegistry properties =
        new ListedPropertyFunctions(this, PropertyFunctionRegistry.get(context));
    PropertyFunctionRegistry.set(context, properties);
  }
}
