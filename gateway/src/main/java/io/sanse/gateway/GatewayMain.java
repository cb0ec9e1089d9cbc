package io.sanse.gateway;

import io.sanse.auth.TokenVerifier;
import io.sanse.gateway.http.ApiDocument;
import io.sanse.runtime.ServiceContext;
import io.sanse.runtime.ServiceRunner;
import io.vertx.core.Future;
import io.vertx.core.Vertx;

/** The gateway: token keys → API document → HTTP port. */
public final class GatewayMain {
    private GatewayMain() {}

    public static void main(String[] args) {
        ServiceRunner.run("gateway", GatewayMain::start);
    }

    /** Completes when requests are answered. */
    public static Future<Void> start(ServiceContext context) {
        Vertx vertx = context.vertx();
        GatewaySettings settings = GatewaySettings.from(context.settings());
        return TokenVerifier.start(context)
                .compose(verifier -> ApiDocument.load(vertx)
                        .map(document -> new HttpVerticle(context, settings, verifier, document)))
                .compose(vertx::deployVerticle)
                .onSuccess(id -> context.lifecycle().onStop("http", () -> vertx.undeploy(id)))
                .mapEmpty();
    }
}
