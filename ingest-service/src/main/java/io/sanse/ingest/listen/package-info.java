/**
 * The doors for devices: TCP listeners for JT/T 808 and HJ 212. A session knows one connection's protocol and identity and is
 * free of I/O: bytes in, replies out. A connection moves the bytes, publishes what a session found and lets an answer go
 * only when it is kept. Fed by trucks' terminals and monitoring stations.
 */
package io.sanse.ingest.listen;
