/**
 * Linguistic analysis: the sentences and tokens of an article, with the scores of the neural
 * network for each token: its part of speech, the name that it is part of, and its role in
 * statements.
 *
 * <p>{@link org.newsgraph.text.Analyser} turns an article into an {@link
 * org.newsgraph.text.AnalysedText}. {@code WordTokenizer} splits the text into words, {@code
 * Window} divides a long article into overlapping inputs of the network, {@code NeuralModel} runs
 * it, and {@link org.newsgraph.text.TaggingScheme} decodes its scores. The folder {@code training}
 * documents how the network was trained and how accurate it is.
 *
 * <p>Uses {@code article}. Begin with {@link org.newsgraph.text.AnalysedText}.
 */
package org.newsgraph.text;
