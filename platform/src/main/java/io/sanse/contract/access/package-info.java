/**
 * Reading what is registered of persons: for what purpose, and who did. Purposes are named by people to the gateway and checked by the service that has the record; the log is kept by
 * ingest-service.
 */
@ModuleGen(name = "sanse-access", groupPackage = "io.sanse.contract.access")
package io.sanse.contract.access;

import io.vertx.codegen.annotations.ModuleGen;
