/**
 * From a request to a checked {@link io.sanse.gateway.http.Call} and from a {@link io.sanse.gateway.http.Reply} to a response: token, role, body, schema. Everything
 * is driven by {@code openapi.yaml}; the handlers behind it see neither headers nor JSON.
 */
package io.sanse.gateway.http;
