/**
 * Readers of RDF that editors upload: they load nothing from elsewhere and do not recurse without
 * limit.
 *
 * <p>{@link org.newsgraph.serve.sparql.upload.UploadReaders} puts them in place of Jena's readers
 * of {@link org.newsgraph.serve.sparql.upload.LocalJsonLdReader JSON-LD}, {@link
 * org.newsgraph.serve.sparql.upload.BoundedTurtleReader Turtle and TriG} and {@link
 * org.newsgraph.serve.sparql.upload.BoundedXmlReader RDF/XML}. Jena's readers of the other formats
 * neither load anything nor recurse.
 */
package org.newsgraph.serve.sparql.upload;
