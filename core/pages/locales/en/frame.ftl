# What stands around every page.
frame-skip = To the content
frame-ways = Parts of the program
frame-search = Search all registers
frame-search-hint = Search a name, a telephone, a number…
frame-search-go = Search
frame-switch = Switch person
frame-lock = Lock the screen
frame-settings = My settings
frame-quit = Close the program
frame-language = Language
frame-undo = Undo
frame-help = Help with this page
frame-leave = What you wrote is not saved yet. Leave the page?
frame-leave-now = Log out
