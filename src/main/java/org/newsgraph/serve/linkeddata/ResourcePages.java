package org.newsgraph.serve.linkeddata;

import org.apache.jena.graph.Node;
import org.newsgraph.serve.http.Request;
import org.newsgraph.serve.page.Page;

/** Creates the web pages of articles and entities. */
public interface ResourcePages {
  /** Returns the page of an article: its text with the extracted facts. */
  Page article(Node article, Request request);

  /** Returns the page of an entity. */
  Page entity(Node entity, Request request);
}
