package org.provdl.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.provdl.server.Offers.Offer;

class OffersTest {

  private static final Offers OFFERS =
      Offers.of(new Offer("json", "application/json"), Offers.PAGE, new Offer("csv", "text/csv"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                                                            | json",
        "*/*                                                           | json",
        "text/csv                                                      | csv",
        "TEXT/CSV;charset=utf-8                                        | csv",
        "text/*                                                        | html",
        "text/html;q=0.5, text/csv;q=0.6                               | csv",
        "text/html;q=0, text/*                                         | csv",
        "*/*;q=0.1, text/csv;q=0                                       | json",
        "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8 | html",
        "image/png, */*;q=0.1                                          | json",
        "nonsense, text/html;q=many, text/csv                          | csv",
      })
  void theClientsWishDecidesAndThenTheOrder(String accept, String chosen) {
    assertThat(OFFERS.choose(null, accept).name()).isEqualTo(chosen);
  }

  @ParameterizedTest
  @ValueSource(strings = {"image/png", "text/html;q=0", ";", ",", "*/*;q=0"})
  void whoeverLikesNoneIsToldWhatThereIs(String accept) {
    assertThatThrownBy(() -> OFFERS.choose(null, accept))
        .isInstanceOfSatisfying(Problem.class, it -> assertThat(it.status()).isEqualTo(406))
        .hasMessage("Accept one of application/json, text/html, text/csv.");
  }

  @Test
  void theFormatHasTheLastWord() {
    assertThat(OFFERS.choose("csv", "text/html").name()).isEqualTo("csv");
    assertThatThrownBy(() -> OFFERS.choose("xml", "text/html"))
        .isInstanceOfSatisfying(Problem.class, it -> assertThat(it.status()).isEqualTo(400))
        .hasMessage("The parameter format is one of json, html, csv.");
  }
}
