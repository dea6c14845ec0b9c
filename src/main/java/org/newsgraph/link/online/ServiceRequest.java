package org.newsgraph.link.online;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What is asked of a service.
 *
 * @param address where
 * @param form what is sent as a form; nothing to just get what is there
 */
record ServiceRequest(URI address, String form) {
  /** Gets what is there, with these parameters added to the address. */
  static ServiceRequest get(URI address, Map<String, String> parameters) {
    if (parameters.isEmpty()) {
      return new ServiceRequest(address, "");
    }
    String before = address.getRawQuery() == null ? "?" : "&";
    return new ServiceRequest(URI.create(address + before + encoded(parameters)), "");
  }

  /** Sends a form. */
  static ServiceRequest post(URI address, Map<String, String> fields) {
    return new ServiceRequest(address, encoded(fields));
  }

  /** The same asked elsewhere. */
  ServiceRequest at(URI other) {
    return new ServiceRequest(other, form);
  }

  /** Gets what is there, with nothing sent. */
  ServiceRequest getting(URI other) {
    return new ServiceRequest(other, "");
  }

  HttpRequest.Builder builder() {
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
