//! The words of the frames, in the languages that releases are read in. What stands in brackets, the reading
//! refuses; it knows each of the verbs that they begin with.

pub struct Words {
    pub release_line: &'static str,
    /// Before the day.
    pub place: &'static str,
    pub lead: &'static str,
    pub body: &'static str,
    pub about: &'static str,
    pub organisation: &'static str,
    pub contact: &'static str,
    pub person: &'static str,
    pub phone: &'static str,
    pub email: &'static str,
    pub address: &'static str,
}

pub const ENGLISH: Words = Words {
    release_line: "PRESS RELEASE",
    place: "[City],",
    lead: "[Your first paragraph: who does what, when, where and why.]",
    body: "[Add what else is to be said, and a quote with the name and role of its speaker.]",
    about: "About",
    organisation: "[Your organisation in two or three sentences.]",
    contact: "Contact:",
    person: "[Name], [Your role]",
    phone: "Phone: [Phone]",
    email: "E-mail:",
    address: "[E-mail]",
};

pub const GERMAN: Words = Words {
    release_line: "PRESSEMITTEILUNG",
    place: "[Ort],",
    lead: "[Hier der erste Absatz: wer macht was, wann, wo und warum.]",
    body: "[Hier der weitere Text, mit einem Zitat samt Name und Funktion.]",
    about: "Über",
    organisation: "[Hier die Organisation in zwei, drei Sätzen.]",
    contact: "Pressekontakt:",
    person: "[Name], [Hier die Funktion]",
    phone: "Telefon: [Hier die Nummer]",
    email: "E-Mail:",
    address: "[E-Mail]",
};

pub const FRENCH: Words = Words {
    release_line: "COMMUNIQUÉ DE PRESSE",
    place: "[insérer la ville], le",
    lead: "[insérer le premier paragraphe : qui fait quoi, quand, où et pourquoi.]",
    body: "[insérer la suite, avec une citation, le nom et la fonction.]",
    about: "À propos de",
    organisation: "[insérer l'organisation en deux ou trois phrases.]",
    contact: "Contact presse :",
    person: "[insérer le nom], [insérer la fonction]",
    phone: "Téléphone : [insérer le numéro]",
    email: "Courriel :",
    address: "[insérer l'adresse]",
};

pub const SPANISH: Words = Words {
    release_line: "NOTA DE PRENSA",
    place: "[insertar la ciudad],",
    lead: "[insertar el primer párrafo: quién hace qué, cuándo, dónde y por qué.]",
    body: "[insertar el resto, con una cita, el nombre y el cargo.]",
    about: "Acerca de",
    organisation: "[insertar la organización en dos o tres frases.]",
    contact: "Contacto de prensa:",
    person: "[insertar el nombre], [insertar el cargo]",
    phone: "Teléfono: [insertar el número]",
    email: "Correo electrónico:",
    address: "[insertar la dirección]",
};

pub const ITALIAN: Words = Words {
    release_line: "COMUNICATO STAMPA",
    place: "[inserire la città],",
    lead: "[inserire il primo paragrafo: chi fa che cosa, quando, dove e perché.]",
    body: "[inserire il resto, con una citazione, il nome e il ruolo.]",
    about: "Informazioni su",
    organisation: "[inserire l'organizzazione in due o tre frasi.]",
    contact: "Contatto stampa:",
    person: "[inserire il nome], [inserire il ruolo]",
    phone: "Telefono: [inserire il numero]",
    email: "E-mail:",
    address: "[inserire l'indirizzo]",
};

pub const PORTUGUESE: Words = Words {
    release_line: "COMUNICADO DE IMPRENSA",
    place: "[inserir a cidade],",
    lead: "[inserir o primeiro parágrafo: quem faz o quê, quando, onde e porquê.]",
    body: "[inserir o resto, com uma citação, o nome e o cargo.]",
    about: "Acerca de",
    organisation: "[inserir a organização em duas ou três frases.]",
    contact: "Contacto de imprensa:",
    person: "[inserir o nome], [inserir o cargo]",
    phone: "Telefone: [inserir o número]",
    email: "E-mail:",
    address: "[inserir o endereço]",
};

pub const DUTCH: Words = Words {
    release_line: "PERSBERICHT",
    place: "[vul de plaats in],",
    lead: "[vul de eerste alinea in: wie doet wat, wanneer, waar en waarom.]",
    body: "[vul de rest in, met een citaat, de naam en de functie.]",
    about: "Over de organisatie",
    organisation: "[vul de organisatie in, in twee of drie zinnen.]",
    contact: "Perscontact:",
    person: "[vul de naam in], [vul de functie in]",
    phone: "Telefoon: [vul het nummer in]",
    email: "E-mail:",
    address: "[vul het adres in]",
};

pub const SWEDISH: Words = Words {
    release_line: "PRESSMEDDELANDE",
    place: "[fyll i orten],",
    lead: "[fyll i första stycket: vem gör vad, när, var och varför.]",
    body: "[fyll i resten, med ett citat, namn och roll.]",
    about: "Om",
    organisation: "[fyll i organisationen i två eller tre meningar.]",
    contact: "Presskontakt:",
    person: "[fyll i namnet], [fyll i rollen]",
    phone: "Telefon: [fyll i numret]",
    email: "E-post:",
    address: "[fyll i adressen]",
};

pub const DANISH: Words = Words {
    release_line: "PRESSEMEDDELELSE",
    place: "[indsæt byen],",
    lead: "[indsæt første afsnit: hvem gør hvad, hvornår, hvor og hvorfor.]",
    body: "[indsæt resten med et citat, navn og rolle.]",
    about: "Om",
    organisation: "[indsæt organisationen i to eller tre sætninger.]",
    contact: "Pressekontakt:",
    person: "[indsæt navnet], [indsæt rollen]",
    phone: "Telefon: [indsæt nummeret]",
    email: "E-mail:",
    address: "[indsæt adressen]",
};

pub const NORWEGIAN: Words = Words {
    release_line: "PRESSEMELDING",
    place: "[sett inn stedet],",
    lead: "[sett inn første avsnitt: hvem gjør hva, når, hvor og hvorfor.]",
    body: "[sett inn resten, med et sitat, navn og rolle.]",
    about: "Om",
    organisation: "[sett inn organisasjonen i to eller tre setninger.]",
    contact: "Pressekontakt:",
    person: "[sett inn navnet], [sett inn rollen]",
    phone: "Telefon: [sett inn nummeret]",
    email: "E-post:",
    address: "[sett inn adressen]",
};

pub const POLISH: Words = Words {
    release_line: "INFORMACJA PRASOWA",
    place: "[wpisz miasto],",
    lead: "[wpisz pierwszy akapit: kto, co, kiedy, gdzie i dlaczego.]",
    body: "[wpisz resztę, z cytatem, imieniem, nazwiskiem i funkcją.]",
    about: "O firmie",
    organisation: "[wpisz opis organizacji w dwóch lub trzech zdaniach.]",
    contact: "Kontakt dla mediów:",
    person: "[wpisz imię i nazwisko], [wpisz funkcję]",
    phone: "Telefon: [wpisz numer]",
    email: "E-mail:",
    address: "[wpisz adres]",
};
