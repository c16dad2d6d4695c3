package org.openpriorauth.extraction.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openpriorauth.extraction.rules.PageFixture.extract;
import static org.openpriorauth.extraction.rules.PageFixture.page;
import static org.openpriorauth.extraction.rules.PageFixture.values;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A page that the rules do not understand is said to be one. */
class LanguageTest {
  private static String language(String... lines) {
    return Language.of(Sheet.of(page(lines)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "es|La paciente refiere dolor en la rodilla desde hace tres años. Ha tomado naproxeno durante seis semanas sin mejoría y también hizo fisioterapia, pero el dolor es más fuerte por la noche.",
        "es|LA PACIENTE REFIERE DOLOR EN LA RODILLA DESDE HACE TRES ANOS. HA TOMADO NAPROXENO DURANTE SEIS SEMANAS SIN MEJORIA Y TAMBIEN HIZO FISIOTERAPIA PERO EL DOLOR ES MAS FUERTE",
        "fr|La patiente se plaint de douleurs au genou depuis trois ans. Elle a pris du naproxène sans effet et une infiltration qui ne l'a pas soulagée, mais elle marche avec une canne.",
        "pt|A paciente apresenta dor no joelho há três anos. Tomou naproxeno por seis semanas sem melhora e também fez fisioterapia, mas a dor não passou e ela usa uma bengala para andar.",
        "de|Die Patientin hat seit drei Jahren Schmerzen im Knie. Sie wurde mit Naproxen behandelt und hat auch eine Physiotherapie gemacht, die nicht geholfen hat. Das Gehen ist schwer.",
        "vi|Bệnh nhân bị đau đầu gối trong ba năm nay. Đã dùng thuốc naproxen trong sáu tuần nhưng không đỡ và cũng đã tập vật lý trị liệu, khi đi bộ đau hơn vào ban đêm.",
        "ht|Pasyan an gen doule nan jenou depi twa lane. Li te pran medikaman pou doule a men li pa ede anpil, epi yo te fè fizyoterapi ak li lopital la.",
        "tl|Ang pasyente ay may sakit sa tuhod. Siya ay uminom ng naproxen sa loob ng anim na linggo ngunit hindi ito nakatulong para sa kanyang sakit kung araw.",
        "zh|患者三年来膝关节疼痛，夜间加重。曾服用萘普生六周无效，并接受物理治疗。",
        "ja|患者は三年前から膝の痛みがあり、ナプロキセンを六週間服用しましたが改善しませんでした。",
        "ru|Пациентка жалуется на боль в колене в течение трёх лет. Принимала напроксен шесть недель без эффекта.",
        "ar|تشكو المريضة من ألم في الركبة منذ ثلاث سنوات وقد تناولت نابروكسين لمدة ستة أسابيع"
      })
  void thePageSaysWhatItIsWrittenIn(String expected, String prose) {
    assertThat(language(prose)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Medications: adalimumab, methotrexate, hydroxychloroquine, sulfasalazine, leflunomide, etanercept, infliximab, tocilizumab, abatacept, rituximab, secukinumab",
        "Dx: status post hallux valgus, os calcis, pes planus, genu varum, coxa valga, tinea pedis et corporis, cor pulmonale, placenta previa, angina pectoris. Sig: i po tid pc prn, ii gtt os bid, ung ad lib",
        "Name: Maria de la Cruz y del Rio. Address: 12 El Camino de los Santos, Los Banos, San Luis Obispo, La Mesa, El Centro. Clinic: Centro Medico de la Familia, La Jolla",
        "AST 22 ALT 31 ALP 80 TSH 2.1 IM ES DES ALS PT OT ST DIE WAR HAT UN SE CON",
        "He says: no puedo dormir por el dolor. She has had knee pain for three years and was treated with naproxen for six weeks without relief, and with physical therapy.",
        "Ca in situ, in vitro, per os, in utero, per se, non compos mentis, a priori, ad hoc, in toto, pro re nata, nil per os, quaque die, bis in die, ter in die sumendum",
        ""
      })
  void drugsLatinAndNamesAreNotForeign(String text) {
    assertThat(language(text)).isNull();
  }

  @Test
  void labelledValuesStayAndSentencesGiveNothing() {
    var found =
        extract(
            page(
                "Patient: Lucia Barrera      DOB: 03/04/1961",
                "",
                "La paciente refiere dolor en la rodilla desde hace tres años y toma naproxeno",
                "500 mg cada día. Se solicita MRI (CPT 73721) para la rodilla derecha por M17.11",
                "porque no ha tenido mejoría con fisioterapia durante ocho semanas, pero su dolor",
                "es más fuerte cuando camina. Dr. Ana Solis, MD"));

    assertThat(values(found, "patient.birth_date")).containsExactly("03/04/1961");
    assertThat(found.fields())
        .allMatch(f -> f.name().startsWith("patient.") || f.name().startsWith("coverage."));
    assertThat(found.composition().language(1)).isEqualTo("es");
    assertThat(found.warnings(java.util.List.of("incomplete")))
        .containsExactly("incomplete", "foreign_language");
  }
}
