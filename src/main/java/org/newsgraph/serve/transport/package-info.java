/**
 * The way of a request from the network to the database, and of its response back.
 *
 * <p>{@link org.newsgraph.serve.transport.TransportHandlers} assembles a chain of Jetty's handlers:
 *
 * <pre>
 *   TrustedProxies      who sent the request, if it came through a proxy
 *   AdmissionHandler    refuses by the headers alone: host, request rate, size
 *   DeliveryHandler     stores responses that the client has not taken yet
 *   RequestBodyHandler  reads the complete body
 *   QueueingHandler     waits for a permit; one queue for each class of requests
 *   the database        refusals are sent here, by the filters of serve.security
 * </pre>
 *
 * <p>Only the last step occupies a <i>permit</i> and a thread, and it never waits for the client: a
 * body has been received and a response can be stored in a {@code TransferSpool}, in memory or in a
 * temporary file. Clients that are slower than a <i>minimum rate</i> are disconnected. Requests are
 * counted by <i>client</i>: an IPv4 address or an IPv6 network of 64 bits.
 *
 * <p>Jetty's own handlers are used where they suffice ({@code GracefulHandler}). {@code
 * EagerContentHandler} keeps bodies in memory only; {@code QoSHandler} counts a request until the
 * client has taken its response, and lets one client take all permits; the minimum rates of {@code
 * HttpConfiguration} are averages since the start of a request, which a fast start outweighs.
 */
package org.newsgraph.serve.transport;
