package id.antar.load.fanout.scene;

import id.antar.load.client.Actor;

/// An order of the scene, with those who may say something about it.
public record Order(String orderId, Person customer, Actor merchant) {}
