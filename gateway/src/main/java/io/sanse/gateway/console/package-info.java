/**
 * Serves the web console: the static pages in the class path folder {@code console} and the browser libraries that come as WebJars. Fed by browsers under
 * {@code /console/}; holds no state of the platform, everything that the pages show comes from the public API.
 */
package io.sanse.gateway.console;
