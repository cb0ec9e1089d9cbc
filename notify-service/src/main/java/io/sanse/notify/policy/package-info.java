/**
 * Who is told what, how often and in which words: a versioned file, read and checked at start, and the rendering of its
 * texts. Pure but for reading the file.
 */
package io.sanse.notify.policy;
