/**
 * One class for each family of operations: turns a checked {@link io.sanse.gateway.http.Call} into one question or command to a service, on behalf of the caller,
 * and the service's answer into a {@link io.sanse.gateway.http.Reply}. What rows a caller may see is decided by the services.
 */
package io.sanse.gateway.api;
