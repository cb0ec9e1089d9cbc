package io.sanse.gateway.console;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/**
 * {@code GET /console/…}: the pages, the browser libraries under {@code /console/lib/}, and {@code /console/config.json} with what the installation decides.
 * {@code /} and {@code /console} lead there. A file that does not exist is left to the router's next route (404).
 *
 * <p>Files carry no version in their names, so they are revalidated at each load by their {@code ETag} (304, no body): a new release is never mixed with
 * modules of the old one.
 */
public final class ConsoleRoutes {
    private static final String ROOT = "/console/";

    private final ConsoleFiles files = new ConsoleFiles();
    private final ConsoleSettings settings;

    private ConsoleRoutes(ConsoleSettings settings) {
        this.settings = settings;
    }

    public static void mount(Router router, ConsoleSettings settings) {
        ConsoleRoutes console = new ConsoleRoutes(settings);
        router.get("/").handler(context -> context.redirect(ROOT));
        router.get("/console/config.json").handler(console::configuration);
        router.route("/console/*")
                .method(HttpMethod.GET)
                .method(HttpMethod.HEAD)
                .handler(console::file);
    }

    private void configuration(RoutingContext context) {
        context.response().putHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        context.json(
                new JsonObject().put("tileUrl", settings.tileUrl()).put("tileAttribution", settings.tileAttribution()));
    }

    private void file(RoutingContext context) {
        if (!context.normalizedPath().startsWith(ROOT)) {
            context.redirect(ROOT);
            return;
        }
        String path = context.normalizedPath().substring(ROOT.length());
        context.vertx()
                .executeBlocking(() -> files.find(path.isEmpty() ? "index.html" : path), false)
                .onSuccess(asset -> answer(context, asset))
                .onFailure(context::fail);
    }

    private void answer(RoutingContext context, Optional<ConsoleAsset> asset) {
        asset.ifPresentOrElse(found -> send(context, found), context::next);
    }

    private void send(RoutingContext context, ConsoleAsset asset) {
        HttpServerResponse response = context.response()
                .putHeader(HttpHeaders.ETAG, asset.etag())
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache")
                .putHeader("content-security-policy", policy())
                .putHeader("x-content-type-options", "nosniff")
                .putHeader("referrer-policy", "no-referrer")
                .putHeader("permissions-policy", "geolocation=(self), camera=(), microphone=()");
        if (asset.etag().equals(context.request().getHeader(HttpHeaders.IF_NONE_MATCH))) {
            response.setStatusCode(304).end();
            return;
        }
        response.putHeader(HttpHeaders.CONTENT_TYPE, asset.contentType());
        if (context.request().method() == HttpMethod.HEAD) {
            response.putHeader(
                            HttpHeaders.CONTENT_LENGTH,
                            Integer.toString(asset.body().length()))
                    .end();
            return;
        }
        response.end(asset.body());
    }

    private String policy() {
        return "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data: "
                + settings.tileOrigin() + "; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    }
}
