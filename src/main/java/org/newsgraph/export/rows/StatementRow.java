package org.newsgraph.export.rows;

/**
 * A statement.
 *
 * @param statement IRI of the statement
 * @param article IRI of the article
 * @param kind direct, mixed or indirect
 * @param speaker IRI of the speaker
 * @param speakerName label of the speaker
 * @param speakerText the speaker in the article's words
 * @param cue words that signal the act of saying
 * @param content reported words
 * @param begin offset of the first character in the article's text, in code points
 * @param end offset after the last character, in code points
 * @param exact text of the span
 * @param confidence probability that the statement is right, from 0 to 1
 * @param status code of the status: "said"
 * @param quotedText words in quotation marks, without the marks
 * @param saidOn day, month or year in which the statement was made: "2016-10-12", "2016-10", "2016"
 * @param saidOnText words that state when the statement was made
 */
public record StatementRow(
    String statement,
    String article,
    String kind,
    String speaker,
    String speakerName,
    String speakerText,
    String cue,
    String content,
    int begin,
    int end,
    String exact,
    Double confidence,
    String status,
    String quotedText,
    String saidOn,
    String saidOnText) {}
