/**
 * Bytes become characters, and a text gets its language.
 *
 * <p>{@link org.newsgraph.article.decode.TextDecoder} chooses the charset by three rules that can
 * be explained to users: a byte order mark, otherwise UTF-8 if the bytes are valid ({@code
 * Utf8Check}), otherwise the likeliest of the older charsets. {@link
 * org.newsgraph.article.decode.LanguageDetector} detects the language of a text; a detected
 * language takes precedence over the metadata.
 *
 * <p>Begin with {@link org.newsgraph.article.decode.TextDecoder}.
 */
package org.newsgraph.article.decode;
