package org.openpriorauth.patient;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NameTokensTest {
  @Test
  void whatIsTypedIsAmongWhatIsStored() {
    var stored = NameTokens.stored("Zoë Anne-Marie O'Connell");
    for (String typed :
        new String[] {"zoe", "ZOË", "o'conn", "marie anne", "connell zo", "Anne-Marie"}) {
      assertThat(NameTokens.typed(typed)).as(typed).isNotEmpty().allMatch(stored::contains);
    }
  }

  @Test
  void anotherNameIsNotFound() {
    var stored = NameTokens.stored("Jane Sample");
    assertThat(NameTokens.typed("janet")).noneMatch(stored::contains);
    assertThat(NameTokens.typed("ample")).noneMatch(stored::contains);
  }

  @Test
  void longWordsAreComparedByTheirFirstEightLetters() {
    assertThat(NameTokens.typed("Featherstonehaugh")).containsExactly("feathers");
    assertThat(NameTokens.stored("Featherstonehaugh")).contains("feathers", "fe");
  }

  @Test
  void aSingleLetterOrNothingSearchesForNothing() {
    assertThat(NameTokens.typed("j")).isEmpty();
    assertThat(NameTokens.typed(" 42 !")).isEmpty();
  }
}
