package org.newsgraph.text;

import org.newsgraph.article.Span;

/**
 * A word or a punctuation mark, with its place in the sentence's grammar.
 *
 * @param span where it stands in the article
 * @param word the word as it stands there
 * @param lemma its dictionary form, in lower case
 * @param tag its part of speech, in the Penn Treebank's tag set
 * @param head index in the sentence of the token that governs it, or -1 for the sentence's root
 * @param relation its Universal Dependencies relation to the head ("nsubj", "ccomp", ...)
 * @param label the kind of name that it is part of
 */
public record Token(
    Span span, String word, String lemma, String tag, int head, String relation, Label label) {}
