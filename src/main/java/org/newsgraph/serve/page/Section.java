package org.newsgraph.serve.page;

/** The sections of the explorer, in the order of the navigation bar. */
public enum Section {
  HOME("Home", "/"),
  STATEMENTS("Statements", "/statements"),
  NETWORK("Network", "/graph-view"),
  MAP("Map", "/map"),
  TIMELINE("Timeline", "/timeline"),
  COMPARE("Compare", "/compare"),
  QUERY("Query", "/query");

  private final String title;
  private final String address;

  Section(String title, String address) {
    this.title = title;
    this.address = address;
  }

  String title() {
    return title;
  }

  String address() {
    return address;
  }
}
