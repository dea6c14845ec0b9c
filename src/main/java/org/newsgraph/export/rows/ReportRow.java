package org.newsgraph.export.rows;

/**
 * The report of a speech act.
 *
 * @param speaker the entity's IRI
 * @param speakerText the speaker in the article's words
 * @param cue the words for the act
 * @param topic the noun phrase that tells what the act was about
 * @param begin in code points of the article's text
 * @param end after the last character
 * @param exact the words from begin to end
 */
public record ReportRow(
    String report,
    String article,
    String speaker,
    String speakerName,
    String speakerText,
    String cue,
    String topic,
    int begin,
    int end,
    String exact,
    Double confidence) {}
