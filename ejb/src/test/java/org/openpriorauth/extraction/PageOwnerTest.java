package org.openpriorauth.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openpriorauth.extraction.FieldExtractor.PageIdentity;
import org.openpriorauth.extraction.PageOwner.Person;

class PageOwnerTest {
  private static final Person JANE =
      new Person("Jane Q. Sample-Okafor", "1971-04-05", "CH-0042", "HCX 448 201 937");

  @ParameterizedTest
  @CsvSource({
    "John Michael Smith, CONFLICT",
    "James M. Smith, YES",
    "'SMITH, JAMES', YES",
    "Smith, UNKNOWN",
    "J. M. Smith, UNKNOWN",
    "John Smith, NO",
  })
  void aSharedMiddleNameMakesNobodyTheSame(String name, PageOwner owner) {
    Person james = new Person("James Michael Smith", "1960-01-02", null, null);

    assertThat(PageOwner.of(new PageIdentity(1, name, null, null, null), james)).isEqualTo(owner);
  }

  @ParameterizedTest
  @CsvSource({"Sukarno, YES", "Suharto, NO", "'Núñez, José', NO"})
  void aPersonWithOneName(String name, PageOwner owner) {
    Person sukarno = new Person("Sukarno", "1960-01-02", null, null);

    assertThat(PageOwner.of(new PageIdentity(1, name, null, null, null), sukarno)).isEqualTo(owner);
  }

  @ParameterizedTest
  @CsvSource({
    "'Sample-Okafor, Jane Q.', 1971-04-05, CH-0042, HCX 448 201 937, YES",
    "JANE SAMPLE-OKAFOR, , , , YES",
    "Jane Samp1e-Okafor, 1971-04-05, , , YES",
    ", 1971-04-05, , , YES",
    ", , CH 0042, , YES",
    ", , , HCX448201937, YES",
    ", , , , UNKNOWN",
    "Walter Nobody, 1950-09-09, , , NO",
    "Walter Nobody, , , , NO",
    ", , , XX 1, NO",
    "Jane Q. Sample-Okafor, 1971-04-06, , , CONFLICT",
    "Walter Nobody, 1971-04-05, , , CONFLICT",
    "Walter Nobody, , , HCX 448 201 937, CONFLICT",
    "Jane Q. Sample-Okafor, 1971-04-05, , OLD 77, YES",
    "Jane Okafor, , , , YES",
    "Mrs. Okafor, , , , UNKNOWN",
    "'Okafor, J.', , , , UNKNOWN",
    "'Okafor, J.', 1971-04-05, , , YES",
    "R. Okafor, , , , CONFLICT",
    "Jane R. Sample-Okafor, , , , CONFLICT",
    "Walter Okafor, , , , NO",
    "Jare Sample-Okafor, , , , YES",
    "June Okafor, , , , UNKNOWN",
    "June Okafor, 1980-01-01, , , NO",
  })
  void aPageIsThePatientsByWhatItSays(
      String name, String birthDate, String mrn, String memberId, PageOwner owner) {
    PageIdentity stated = new PageIdentity(1, name, birthDate, mrn, memberId);

    assertThat(PageOwner.of(stated, JANE)).isEqualTo(owner);
  }
}
