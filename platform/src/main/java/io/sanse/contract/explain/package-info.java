/**
 * Why a model said something, and why not: evidence bundles that can be executed again without the platform, and explanations of a subject's moment. Asked by the gateway, answered by
 * model-service.
 */
@ModuleGen(name = "sanse-explain", groupPackage = "io.sanse.contract.explain")
package io.sanse.contract.explain;

import io.vertx.codegen.annotations.ModuleGen;
