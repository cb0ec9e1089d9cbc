/**
 * Questions and commands that services answer over the event bus. Every method takes one record and completes with one; it fails only with a
 * {@link io.sanse.contract.ServiceError}. Calls are at-most-once: a command carries its own id and may be repeated.
 */
@io.vertx.codegen.annotations.ModuleGen(name = "sanse-contract", groupPackage = "io.sanse.contract.service")
package io.sanse.contract.service;
