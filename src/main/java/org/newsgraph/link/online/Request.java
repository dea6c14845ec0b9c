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
record Request(URI address, String form) {
  /** Gets what is there, with these parameters added to the address. */
  static Request get(URI address, Map<String, String> parameters) {
    if (parameters.isEmpty()) {
      return new Request(address, "");
    }
    String before = address.getRawQuery() == null ? "?" : "&";
    return new Request(URI.create(address + before + encoded(parameters)), "");
  }

  /** Sends a form. */
  static Request post(URI address, Map<String, String> fields) {
    return new Request(address, encoded(fields));
  }

  /** The same asked elsewhere. */
  Request at(URI other) {
    return new Request(other, form);
  }

  /** Gets what is there, with nothing sent. */
  Request getting(URI other) {
    return new Request(other, "");
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
