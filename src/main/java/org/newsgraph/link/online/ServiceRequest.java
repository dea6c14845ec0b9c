package org.newsgraph.link.online;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A request to a service.
 *
 * @param address URL of the request
 * @param form URL-encoded form of a POST request; empty for a GET request
 */
public record ServiceRequest(URI address, String form) {
  /** Returns a GET request with parameters appended to the address. */
  public static ServiceRequest get(URI address, Map<String, String> parameters) {
    if (parameters.isEmpty()) {
      return new ServiceRequest(address, "");
    }
    String separator = address.getRawQuery() == null ? "?" : "&";
    return new ServiceRequest(URI.create(address + separator + encoded(parameters)), "");
  }

  /** Returns a POST request with a form. */
  public static ServiceRequest post(URI address, Map<String, String> fields) {
    return new ServiceRequest(address, encoded(fields));
  }

  /** Returns the same request to another address. */
  ServiceRequest to(URI other) {
    return new ServiceRequest(other, form);
  }

  /** Returns a GET request to another address. */
  ServiceRequest asGet(URI other) {
    return new ServiceRequest(other, "");
  }

  HttpRequest.Builder httpRequest() {
    HttpRequest.Builder builder = HttpRequest.newBuilder(address);
    return form.isEmpty()
        ? builder.GET()
        : builder
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form, UTF_8));
  }

  private static String encoded(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(it -> encoded(it.getKey()) + "=" + encoded(it.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }
}
