package org.newsgraph.serve.notify;

import java.util.List;
import org.newsgraph.serve.api.StatementSearch.Filter;

/**
 * Somebody who wants to be told.
 *
 * @param url where to send it
 * @param secret by which the receiver knows that it comes from here
 * @param filter of which statements
 * @param since from when on, ISO 8601; what was found before has been told
 * @param told the statements of that very moment that have been told, too
 */
record Webhook(
    String id, String url, String secret, Filter filter, String since, List<String> told) {
  Webhook told(String until, List<String> statements) {
    return new Webhook(id, url, secret, filter, until, statements);
  }
}
