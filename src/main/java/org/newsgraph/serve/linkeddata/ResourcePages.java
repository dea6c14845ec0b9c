package org.newsgraph.serve.linkeddata;

import org.apache.jena.graph.Node;
import org.newsgraph.serve.http.Request;
import org.newsgraph.serve.page.Page;

/** What people see of things that have a page of their own. */
public interface ResourcePages {
  /** The text, with all that was found in it. */
  Page article(Node article, Request request);

  /** Who or what it is. */
  Page entity(Node entity, Request request);
}
