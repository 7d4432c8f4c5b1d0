import type { Names } from "@/lib/domain/person/names";
import type { Seeded } from "./seeded";

type Sound = readonly [han: string, latin: string];
type Sounds = readonly [Sound, ...Sound[]];
export type Sex = "female" | "male";

const sounds = (words: string): Sounds => {
  const [first, ...others] = words
    .trim()
    .split(/\s+/)
    .map((pair): Sound => {
      const [han = "", latin = ""] = pair.split("/");
      return [han, latin.replaceAll("_", " ")];
    });
  if (!first) throw new Error("A list of names is empty.");
  return [first, ...others];
};

// The commonest first: each half of the list is drawn half as often as the one before it.
const surnames = sounds(`
  陳/CHAN 黃/WONG 李/LEE 張/CHEUNG 梁/LEUNG 林/LAM 劉/LAU 吳/NG 何/HO 王/WONG 鄭/CHENG 楊/YEUNG 蔡/CHOI 周/CHOW 鄧/TANG 許/HUI
  馮/FUNG 曾/TSANG 郭/KWOK 葉/YIP 謝/TSE 蘇/SO 羅/LO 余/YU 潘/POON 陸/LUK 麥/MAK 譚/TAM 朱/CHU 盧/LO 鍾/CHUNG 徐/TSUI 江/KONG
  胡/WU 鄺/KWONG 黎/LAI 溫/WAN 簡/KAN 石/SHEK 唐/TONG 區/AU 莫/MOK 關/KWAN 姚/YIU 邱/YAU 袁/YUEN 高/KO 宋/SUNG 韓/HON 歐陽/AU_YEUNG
  司徒/SZE_TO 冼/SIN 岑/SHUM 倪/NGAI 湛/CHAM 佘/SHE 邢/YING 禤/HUEN 卓/CHEUK 霍/FOK 甄/YAN 莊/CHONG 柯/OR 傅/FU`);

const macaoSurnames = sounds(`
  陳/CHAN 黃/WONG 梁/LEONG 李/LEI 何/HO 吳/NG 林/LAM 劉/LAO 張/CHEONG 周/CHAO 馮/FONG 鄭/CHEANG 楊/IEONG 葉/IP 蔡/CHOI 許/HOI
  郭/KUOK 黎/LAI 譚/TAM 歐/AO 羅/LO 崔/CHUI`);

const given: Record<Sex, Sounds> = {
  male: sounds(`
    志/Chi 明/Ming 偉/Wai 強/Keung 文/Man 華/Wah 國/Kwok 榮/Wing 德/Tak 輝/Fai 俊/Chun 傑/Kit 家/Ka 豪/Ho 健/Kin 成/Shing 永/Wing 浩/Ho
    賢/Yin 子/Tsz 軒/Hin 朗/Long 謙/Him 樂/Lok 天/Tin 佑/Yau 卓/Cheuk 彥/Yin 智/Chi 恒/Hang 東/Tung 基/Kei 立/Lap 鴻/Hung 啟/Kai
    泰/Tai 銘/Ming 煒/Wai 鋒/Fung 耀/Yiu 廷/Ting 信/Shun 仁/Yan 良/Leung 康/Hong 正/Ching 祥/Cheung 堯/Yiu 峰/Fung 翰/Hon`),
  female: sounds(`
    美/Mei 玲/Ling 麗/Lai 珍/Chun 芳/Fong 淑/Shuk 儀/Yee 慧/Wai 敏/Man 詠/Wing 詩/Sze 欣/Yan 嘉/Ka 雯/Man 婷/Ting 穎/Wing 思/Sze 琪/Ki
    綺/Yee 雪/Suet 梅/Mui 鳳/Fung 蓮/Lin 燕/Yin 惠/Wai 秀/Sau 玉/Yuk 曉/Hiu 彤/Tung 晴/Ching 瑤/Yiu 凱/Hoi 珊/Shan 倩/Sin 霞/Ha
    芷/Tsz 蕙/Wai 穗/Sui 姵/Pui 心/Sum 恩/Yan 靜/Ching 萱/Huen 藍/Lam 桐/Tung 清/Ching 翠/Chui`),
};

// Characters that Hong Kong's registers know and old systems lost: some lie beyond the first 65,536.
const rare: Record<Sex, Sounds> = {
  male: sounds(`喆/Chit 堃/Kwan 焯/Cheuk 鎏/Lau 璟/King 𤋮/Hei 昉/Fong 燊/Sun 犇/Ban 翀/Chung`),
  female: sounds(`㛃/Kit 𤋮/Hei 璟/King 翹/Kiu 珮/Pui 曌/Chiu 嫻/Han 瀠/Ying 頴/Wing`),
};

const westernNames: Record<Sex, readonly [string, ...string[]]> = {
  male: ["Raymond", "Kelvin", "Eric", "Vincent", "Alan", "Terence", "Gordon", "Simon", "Adrian", "Patrick"],
  female: ["Carmen", "Vivian", "Janice", "Elaine", "Joyce", "Fiona", "Rebecca", "Sandy", "Grace", "Stella"],
};

const elsewhere = {
  surnames: [
    "Fernandes",
    "Whitfield",
    "Okafor",
    "Lindqvist",
    "Moreau",
    "Santos",
    "Campbell",
    "Rao",
    "Tanaka",
    "O’Brien",
  ],
  female: ["Helena", "Amara", "Ingrid", "Camille", "Priya", "Yuki", "Fiona", "Maria", "Siobhán", "Ruth"],
  male: ["Duarte", "Jonathan", "Chidi", "Erik", "Étienne", "Paulo", "Callum", "Arjun", "Kenji", "Declan"],
} as const;

/** A name as people of this place bear it, in both scripts where they do. */
export function nameFrom(place: "HK" | "MO" | "elsewhere", seeded: Seeded): Names & { sex: Sex } {
  const sex: Sex = seeded.chance(0.45) ? "female" : "male";
  if (place === "elsewhere") {
    return { nameZh: null, surname: seeded.one(elsewhere.surnames), givenNames: seeded.one(elsewhere[sex]), sex };
  }
  const family = often(place === "HK" ? surnames : macaoSurnames, seeded);
  const first = seeded.one(given[sex]);
  const second = seeded.chance(0.09) ? seeded.one(rare[sex]) : other(given[sex], first, seeded);
  const words = seeded.chance(0.06) ? [second] : [first, second];
  const western = seeded.chance(0.16) ? [seeded.one(westernNames[sex])] : [];
  return {
    nameZh: family[0] + words.map(([han]) => han).join(""),
    surname: family[1],
    givenNames: [...words.map(([, latin]) => latin), ...western].join(" "),
    sex,
  };
}

function often(list: Sounds, seeded: Seeded): Sound {
  return seeded.weighted(list.map((sound, at) => [sound, 2 ** (-at / 12)] as const));
}

function other(list: Sounds, than: Sound, seeded: Seeded): Sound {
  const found = seeded.one(list);
  return found[0] === than[0] ? list[0] : found;
}
