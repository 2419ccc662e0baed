// Colours of the Government Analysis Function: neighbours differ by 3:1, and none carries meaning alone.
export const BLUE = "#12436D", ORANGE = "#F46A25", TEAL = "#28A197", GREY = "#3D3D3D", MID_BLUE = "#2073BC", LIGHT_BLUE = "#6BACE6", PALE = "#D6E4F0";
export const TEXT = "#0b0c0c", GRID = "#d8dbdd";
/** Light to dark, with the colour of text that can be read on each. */
export const STEPS = [["#E6EFF7", TEXT], ["#A9CCEC", TEXT], ["#6BACE6", TEXT], ["#2073BC", "#ffffff"], ["#12436D", "#ffffff"]] as const;
export const DIVERGING_WORSE = ["#F46A25", TEXT] as const;
export const plotStyle = { fontFamily: "Arial, Helvetica, sans-serif", fontSize: "14px", color: TEXT, background: "none", overflow: "visible" };
