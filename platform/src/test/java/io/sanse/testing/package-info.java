/** Shared by every module's tests through the test-jar: a clock that stands still, a context to run a service in, waiting without sleeping, recordings. */
package io.sanse.testing;
