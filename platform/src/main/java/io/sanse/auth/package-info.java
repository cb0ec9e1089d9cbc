/**
 * Who is calling: turns the bearer token of a request (OIDC access token, JWS compact form) into a {@link io.sanse.contract.Caller}. Used at every edge that
 * people or other systems reach: by the gateway for each request, by ingest-service for uploads. Fed by the key set of one trusted issuer (JWKS, RFC 7517).
 */
package io.sanse.auth;
