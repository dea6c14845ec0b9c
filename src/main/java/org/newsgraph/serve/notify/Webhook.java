package org.newsgraph.serve.notify;

import java.util.List;
import org.newsgraph.serve.api.StatementSearch.Filter;

/**
 * A subscription to new statements, which are posted to a URL.
 *
 * @param url the address that messages are posted to
 * @param secret the key that messages are signed with
 * @param filter the statements to deliver
 * @param since time of extraction from which statements are still to be delivered, in ISO 8601;
 *     earlier ones have been delivered
 * @param told IRIs of the statements extracted at exactly that time that have been delivered
 */
record Webhook(
    String id, String url, String secret, Filter filter, String since, List<String> told) {
  Webhook told(String until, List<String> statements) {
    return new Webhook(id, url, secret, filter, until, statements);
  }
}
