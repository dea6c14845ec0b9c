package org.newsgraph.article.press;

import java.util.Optional;
import org.newsgraph.article.Metadata;

/**
 * An article in the export of a press archive.
 *
 * @param id identifier that the archive gives the article
 * @param text text without the fields around it
 * @param metadata metadata in the fields of the document
 */
public record PressArticle(Optional<String> id, String text, Metadata metadata) {}
