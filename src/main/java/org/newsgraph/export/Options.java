package org.newsgraph.export;

import org.newsgraph.export.network.Choice;

/**
 * What a person can choose of a format.
 *
 * @param choice what a network shows
 * @param spreadsheet whether CSV is for spreadsheets
 */
public record Options(Choice choice, boolean spreadsheet) {
  public static final Options NONE = new Options(Choice.ALL, false);
}
