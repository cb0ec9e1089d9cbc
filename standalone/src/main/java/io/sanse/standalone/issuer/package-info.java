/**
 * A small OpenID issuer for the embedded default: a key in the data folder, its public half over HTTP, and a handful of users. For trying the platform on one
 * machine only; a real deployment names its own issuer in {@code auth.jwks.url}.
 */
package io.sanse.standalone.issuer;
