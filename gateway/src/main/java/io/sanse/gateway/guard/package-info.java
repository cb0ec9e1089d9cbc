/**
 * Keeps clients within bounds before anything is read of what they want: how many connections, how slow a head or body, how large; and tells browsers what they
 * may do with the answer. Fed by the HTTP server with connections and requests.
 */
package io.sanse.gateway.guard;
