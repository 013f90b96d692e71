package id.antar.query.rating;

import id.antar.api.order.Party;
import id.antar.api.review.Rating;

record RatingRow(Party subject, Rating rating) {}
