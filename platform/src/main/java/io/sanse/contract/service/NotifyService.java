package io.sanse.contract.service;

import io.vertx.codegen.annotations.ProxyGen;
import io.vertx.core.Future;

/** Notifications and what became of them; answered by notify-service. */
@ProxyGen
public interface NotifyService {
    String ADDRESS = "sanse.notify";

    /** One page of deliveries, newest first. */
    Future<DeliveryPage> deliveries(DeliveryQuery query);

    /** A person decides what became of a delivery whose operator never answered. Fails with NOT_FOUND or CONFLICT when it is not unknown. */
    Future<Delivery> resolve(DeliveryResolution resolution);
}
