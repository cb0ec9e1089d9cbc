/**
 * Sanse's detection core beside other engines: one generated stream, five rules that all of them can express, the answers compared before anything is timed. The
 * stream comes from {@link io.sanse.bench.stream.StreamMaker}; each engine runs in a JVM of its own. The engines' libraries are on the class path of this run only.
 */
package io.sanse.bench.peers;
