package org.newsgraph.export.rows;

/**
 * The report of a speech act.
 *
 * @param report IRI of the report
 * @param article IRI of the article
 * @param speaker IRI of the speaker
 * @param speakerName label of the speaker
 * @param speakerText the speaker in the article's words
 * @param cue words that signal the speech act
 * @param topic noun phrase that says what the speech act was about
 * @param begin offset of the first character in the article's text, in code points
 * @param end offset after the last character, in code points
 * @param exact text of the span
 * @param confidence probability that the report is right, from 0 to 1
 * @param status code of the status: "said"
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
    Double confidence,
    String status) {}
