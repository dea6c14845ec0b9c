package org.newsgraph.export;

import org.newsgraph.export.network.NetworkOptions;

/**
 * What a person can choose of a format.
 *
 * @param choice what a network shows
 * @param spreadsheet whether CSV is for spreadsheets
 */
public record Options(NetworkOptions choice, boolean spreadsheet) {
  public static final Options NONE = new Options(NetworkOptions.ALL, false);
}
