package org.newsgraph.export.rows;

/**
 * Something that an article reports someone to have said.
 *
 * @param kind direct, mixed or indirect
 * @param speaker the entity's IRI
 * @param speakerText the speaker in the article's words
 * @param begin in code points of the article's text
 * @param end after the last character
 * @param content what was said
 * @param exact the words from begin to end
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
    Double confidence) {}
