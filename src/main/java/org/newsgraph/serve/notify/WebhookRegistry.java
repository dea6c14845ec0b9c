package org.newsgraph.serve.notify;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.newsgraph.io.IoErrors;
import org.newsgraph.serve.http.HttpError;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The webhooks of a database, which are stored with every change. Thread-safe. */
final class WebhookRegistry {
  private static final Logger LOG = LoggerFactory.getLogger(WebhookRegistry.class);
  private static final int MAX_HOOKS = 1000;

  private final WebhookFile file;
  private final Map<String, Webhook> hooks = new LinkedHashMap<>();

  /** Reads the webhooks and stores them in the current format. */
  WebhookRegistry(WebhookFile file) {
    this.file = file;
    file.read().forEach(hook -> hooks.put(hook.id(), hook));
    storeOrLog();
  }

  synchronized List<Webhook> all() {
    return List.copyOf(hooks.values());
  }

  synchronized Optional<Webhook> find(String id) {
    return Optional.ofNullable(hooks.get(id));
  }

  /**
   * Adds a webhook.
   *
   * @throws HttpError if there are too many webhooks, or the webhook cannot be stored
   */
  synchronized void add(Webhook hook) {
    if (hooks.size() >= MAX_HOOKS) {
      throw new HttpError(507, "there are already " + MAX_HOOKS + " webhooks; delete some first");
    }
    hooks.put(hook.id(), hook);
    try {
      file.write(hooks.values());
    } catch (IOException e) {
      hooks.remove(hook.id());
      throw notStored(e);
    }
  }

  /**
   * Removes a webhook. Returns false if there is none with this id.
   *
   * @throws HttpError if the change cannot be stored
   */
  synchronized boolean remove(String id) {
    Webhook removed = hooks.remove(id);
    if (removed == null) {
      return false;
    }
    try {
      file.write(hooks.values());
      return true;
    } catch (IOException e) {
      hooks.put(id, removed);
      throw notStored(e);
    }
  }

  /** Replaces a webhook after a delivery, unless it has been removed in the meantime. */
  synchronized void update(Webhook hook) {
    if (hooks.replace(hook.id(), hook) != null) {
      storeOrLog();
    }
  }

  private void storeOrLog() {
    try {
      file.write(hooks.values());
    } catch (IOException e) {
      // Statements may be delivered twice after a restart, but none is lost.
      LOG.warn("webhooks: the state of deliveries cannot be stored ({})", IoErrors.describe(e));
    }
  }

  private static HttpError notStored(IOException e) {
    return new HttpError(507, "the list of webhooks cannot be stored: " + IoErrors.describe(e));
  }
}
